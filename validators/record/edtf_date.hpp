// Dates as the model writes them (a subset of EDTF, ISO 8601-2): what days they may mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;
inline constexpr Day before_all_days = INT32_MIN;
inline constexpr Day after_all_days = INT32_MAX;

/// What a written date may mean: some day from `earliest` to `latest`, both included. For an interval `a/b` these are
/// the first day `a` may begin and the last day `b` may end; an open end is before_all_days or after_all_days.
struct EdtfDate {
    Day earliest = before_all_days;
    Day latest = after_all_days;
    bool interval = false;   ///< written with `/`: it lasts, it is not one day of several
    bool uncertain = false;  ///< carries `?`, `~` or `%`; the days are those written, without a margin

    bool may_be_before(const EdtfDate& other) const { return earliest < other.latest; }
    bool meets(const EdtfDate& other) const { return earliest <= other.latest && other.earliest <= latest; }
    /// More than a day before, whatever both may mean: the same hour may be the next day in another time zone. A date
    /// that says itself that it is uncertain is before nothing.
    bool well_before(const EdtfDate& other) const {
        return !uncertain && !other.uncertain && std::int64_t{latest} + 1 < other.earliest;
    }
};

enum class DateProblem : std::uint8_t {
    malformed,   ///< not the form of the model
    impossible,  ///< the form is right, the day does not exist: 2025-02-30, month 13, hour 25
    reversed,    ///< an interval whose end lies before its beginning
};

struct ParsedDate {
    EdtfDate date;  ///< unbounded if there is a problem
    std::optional<DateProblem> problem;
    /// The part of the text that is wrong (2025-02-30 out of 2025-02-30/2025-03-02, 25:00:00 out of a date-time); all
    /// of it if it is malformed or reversed; empty if nothing is.
    std::string_view culprit;
};

/// Reads an EDTF date of the model: day, month, year, `X` for unknown digits, one trailing `?`, `~` or `%`, interval
/// `a/b`, `../b`, `a/..`, one-of `[a,b]`; and date-times with offset (2025-03-28T10:00:00+02:00: the one day that is
/// written, at its own offset). Uncertain marks do not widen the days. Takes any bytes, allocates nothing.
ParsedDate parse_date(std::string_view text);

/// Some day is meant by both. Unlike EdtfDate::meets it knows the days between those of a set, or of a day in an
/// unknown month, which neither of them means.
bool may_be_one_day(std::string_view one, std::string_view other);

/// A day of the calendar, the proleptic Gregorian one.
struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};
CivilDate civil_from(Day day);
/// `date` is a day that exists, its year one that Day can hold.
Day day_from(CivilDate date);

/// "March" for 3; empty for what is no month.
std::string_view month_name(int month);
/// "28 March 2025"; for before_all_days and after_all_days "an unknown date".
std::string day_in_words(Day day);
/// A written date as English prose: "28 March 2025", "March 2024", "2 June 2025 to 16 June 2025", "since 2 June 2025",
/// "about 2024 (uncertain)", "28 March 2025, 10:00 (+02:00)". What is malformed or impossible stays as it is written.
std::string written_in_words(std::string_view written);

}  // namespace muster
