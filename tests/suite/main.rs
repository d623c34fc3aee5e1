//! The one integration test binary.

mod damage;
