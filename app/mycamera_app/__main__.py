"""Start what the image is for: `python3 -m mycamera_app`."""

from .start import main

if __name__ == "__main__":
    main()
