"""What `python -m zipfile` does."""

from zipfile import main

main()
