"""What is shared: a run as a link, as a picture, and in another page."""
