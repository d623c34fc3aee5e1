//! What several test modules build on.

pub mod golden;
pub mod model;
pub mod sandbox;
pub mod sheet;
