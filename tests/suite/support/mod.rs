//! What several test modules build on.

pub mod model;
pub mod sandbox;
