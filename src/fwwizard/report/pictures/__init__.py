"""The pictures of the HTML report: what they show, in shares of their width, and their colors."""
