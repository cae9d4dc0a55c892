# The raise of old.
raise ValueError, "text"
