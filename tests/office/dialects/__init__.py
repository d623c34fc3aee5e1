"""One dialect of office files a module: `SUFFIX`, `NEEDS` (pip packages), `PROGRAMS`, and `make(invention, path)`."""
