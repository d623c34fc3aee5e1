//! Sop → pages of shapes: geometry is decided here, once.
