"""The search beside Pagefind: quality, bytes and time, in one run."""
