"""``python -m factdiff``."""

from factdiff.cli import main

if __name__ == "__main__":
    main()
