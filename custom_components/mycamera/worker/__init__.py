"""The analysis process: detects persons in video and describes pictures of them. Never imports Home Assistant."""
