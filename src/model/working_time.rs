//! Waktu kerja: how long a working day, week and month are held to be.

/// The working time of an office, which durations in days, weeks and months are counted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingTime {
    /// Minutes of work in a working day.
    pub minutes_a_day: u32,
    /// Working days in a week.
    pub days_a_week: u32,
    /// Working days in a month.
    pub days_a_month: u32,
}

impl Default for WorkingTime {
    /// 37,5 hours a week in five days (Perpres 21/2023), 21 days a month.
    fn default() -> Self {
        Self { minutes_a_day: 450, days_a_week: 5, days_a_month: 21 }
    }
}
