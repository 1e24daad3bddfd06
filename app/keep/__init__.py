"""What is kept: sessions on disk, the way of the database through the versions, and My runs."""
