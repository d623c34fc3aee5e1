//! Files of offices: what is read of them, and what is drawn in them.

mod pdf;
