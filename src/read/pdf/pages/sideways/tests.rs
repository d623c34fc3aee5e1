//! Hand-made pages.
