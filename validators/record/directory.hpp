// What a record's references lead to outside of it: the registries and the other records of its dataset.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/draft.hpp"
#include "record/circles.hpp"
#include "record/record.hpp"

namespace muster {

/// Where something was defined first in a dataset.
struct Definition {
    std::size_t document = 0;  ///< running number of the document in its dataset
    Where where = nowhere;
    Site site;
    bool reported = true;  ///< it is among what was given to be checked
};

class Directory {
public:
    virtual ~Directory() = default;

    /// Of the registries; null if there is none of that id.
    virtual const Agent* agent(std::string_view id) const = 0;
    virtual const Source* source(std::string_view id) const = 0;
    /// Withdrawn ones included.
    virtual bool has_record(std::string_view id) const = 0;
    /// Of a series; "" if there is none of that id, or it has no title.
    virtual std::string_view title(std::string_view id) const = 0;
    /// Another record of the dataset whose claims or flows are referred to; null if there is none of that id.
    virtual const Record* record(std::string_view id) const = 0;

    virtual const Definition* first_agent(std::string_view id) const = 0;
    virtual const Definition* first_source(std::string_view id) const = 0;
    /// The first exchange or series of that id.
    virtual const Definition* first_record(std::string_view id) const = 0;
    /// The first tombstone of that id: what stays of a record that was withdrawn.
    virtual const Definition* tombstone(std::string_view id) const = 0;

    /// Two of that id are defined: which one is meant cannot be known. Agents and sources of the registries only.
    virtual bool has_two_agents(std::string_view id) const = 0;
    virtual bool has_two_sources(std::string_view id) const = 0;
    virtual bool has_two_records(std::string_view id) const = 0;

    /// The circles among claims of records that refer to others, among the sources of the registries, and among
    /// series; null if it was not looked for any.
    virtual const Circles* circles(Leading kind) const = 0;

    /// False while some document could hold definitions that cannot be read: a reference that finds nothing may then
    /// be right.
    virtual bool agents_complete() const = 0;
    virtual bool sources_complete() const = 0;
    virtual bool records_complete() const = 0;
};

}  // namespace muster
