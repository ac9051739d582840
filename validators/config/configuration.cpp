#include "config/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "config/small_file.hpp"
#include "core/suggestion.hpp"
#include "core/words.hpp"

namespace muster {
namespace {

using Kind = TomlValue::Kind;

constexpr std::int64_t smallest_limit = 1024;
constexpr std::int64_t largest_limit = std::int64_t{1} << 30;

class Reader {
public:
    Reader(const std::string& path, std::string_view text) : path_(path), text_(text) { result_.path = path; }

    Result<Configuration> read(const TomlValue& top) {
        if (Status status = only(top, {"as_of", "limits", "severity", "suppress"}); !status) return status.error();
        for (const TomlMember& member : top.members) {
            const Status status = member.key == "as_of"      ? as_of(member)
                                  : member.key == "limits"   ? limits(member)
                                  : member.key == "severity" ? severity(member)
                                                             : suppress(member);
            if (!status) return status.error();
        }
        return std::move(result_);
    }

private:
    Error at(const TomlPlace& place, std::string_view message) const { return error_at(path_, place, message); }

    Status only(const TomlValue& table, const std::vector<std::string_view>& keys) const {
        for (const TomlMember& member : table.members) {
            if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
            return at(member.place,
                      fmt::format("there is no key {} here, only {}{}", member.key.empty() ? "\"\"" : member.key,
                                  joined(std::vector<std::string>(keys.begin(), keys.end())),
                                  did_you_mean(member.key, keys)));
        }
        return done();
    }

    Status day(const TomlMember& member) const {
        if (member.value.kind == Kind::day) return done();
        return at(member.value.place,
                  fmt::format("{0} is a day without quotation marks, as in {0} = 2025-06-30", member.key));
    }

    Status as_of(const TomlMember& member) {
        if (Status status = day(member); !status) return status;
        result_.as_of = member.value.text;
        result_.as_of_place = member.value.place;
        return done();
    }

    Status limits(const TomlMember& member) {
        if (member.value.kind != Kind::table)
            return at(member.place, "limits is a table: write [limits] on a line of its own, the limits below it");
        if (Status status = only(member.value, {"document_bytes"}); !status) return status;
        for (const TomlMember& limit : member.value.members) {
            const std::int64_t bytes = limit.value.integer;
            if (limit.value.kind != Kind::integer || bytes < smallest_limit || bytes > largest_limit) {
                return at(limit.value.place,
                          fmt::format("document_bytes is a whole number from {} to {}, without quotation marks",
                                      with_commas(smallest_limit), with_commas(largest_limit)));
            }
            result_.largest_document = static_cast<std::size_t>(bytes);
        }
        return done();
    }

    Status severity(const TomlMember& member) {
        if (member.value.kind != Kind::table)
            return at(member.place, "severity is a table: write [severity] on a line of its own, the rules below it");
        Levels families;
        for (const TomlMember& line : member.value.members) {
            const Result<RuleNames> names = rules_meant({line.key});
            if (!names) return at(line.place, names.error().message);
            const Result<Level> level = line.value.kind == Kind::text
                                            ? level_meant(line.key, line.value.text)
                                            : Error{line.key + " is error, warning, info or off, in quotation marks"};
            if (!level) return at(line.value.place, level.error().message);
            const bool is_family = find_rule(line.key) == nullptr;
            for (const std::string& name : *names) {
                const Rule& rule = *find_rule(name);
                if (is_configuration_rule(rule)) {
                    return at(line.place, fmt::format("{} watches over this file and cannot be changed in it; use "
                                                      "--severity on the command line",
                                                      line.key));
                }
                if (!(is_family ? families : result_.levels).emplace(name, *level).second)
                    return at(line.place, fmt::format("{} and {} are one rule; name it once", rule.code, rule.name));
            }
        }
        result_.levels.merge(families);
        return done();
    }

    Status suppress(const TomlMember& member) {
        if (member.value.kind != Kind::list)
            return at(member.place, "suppress is a list: write [[suppress]] with two brackets before each suppression");
        for (const TomlMember& item : member.value.members) {
            if (item.value.kind != Kind::table)
                return at(item.place, "write [[suppress]] on a line of its own and rule, record and reason below it");
            if (Status status = suppression(item.value); !status) return status;
        }
        return done();
    }

    Status suppression(const TomlValue& table) {
        if (Status status = only(table, {"rule", "record", "claim", "reason", "until"}); !status) return status;
        for (const std::string_view key : {"rule", "record", "reason"}) {
            if (table.find(key) == nullptr) return at(table.place, what_is_missing(key));
        }
        Suppression found;
        for (const TomlMember& member : table.members) {
            if (Status status = take(member, found); !status) return status;
        }
        const auto [first, fresh] =
            lines_.emplace(std::tuple(found.rule->name, found.record, found.claim), table.place.line);
        if (!fresh) {
            return at(table.place,
                      fmt::format("the same suppression stands in line {}; keep one of them", first->second));
        }
        result_.suppressions.push_back(std::move(found));
        return done();
    }

    Status take(const TomlMember& member, Suppression& found) const {
        const TomlPlace& place = member.value.place;
        const Site site = toml_site(path_, text_, place);
        if (member.key == "until") {
            if (Status status = day(member); !status) return status;
            found.until = parse_date(member.value.text).date.latest;
            found.until_site = site;
            return done();
        }
        const std::string& text = member.value.text;
        if (member.value.kind != Kind::text || text.find_first_not_of(" \t\r\n") == std::string::npos) {
            return at(place, member.value.kind == Kind::text
                                 ? what_is_missing(member.key)
                                 : fmt::format("{} is a text, in quotation marks", member.key));
        }
        if (member.key == "reason") {
            found.reason = text;
        } else if (member.key == "record") {
            found.record = text;
            found.record_site = site;
        } else if (member.key == "claim") {
            found.claim = text;
            found.claim_site = site;
        } else {
            const Result<const Rule*> rule = rule_meant(text);
            if (!rule) return at(place, rule.error().message);
            if (is_configuration_rule(**rule))
                return at(place, fmt::format("{} watches over this file and cannot be suppressed in it", text));
            found.rule = *rule;
            found.rule_site = site;
        }
        return done();
    }

    static std::string what_is_missing(std::string_view key) {
        if (key == "reason") {
            return "a suppression needs a reason: say why the finding may stand, as in reason = \"both sums were "
                   "printed\"";
        }
        if (key == "rule") return "a suppression needs a rule: its code or name, as in rule = \"TOT004\"";
        if (key == "claim") return "claim is the id of a claim of the record; leave it out to mean the whole record";
        return "a suppression needs a record: its id, as in record = \"ua-ru-2025-03-28-remains\"";
    }

    const std::string& path_;
    std::string_view text_;
    Configuration result_;
    std::map<std::tuple<std::string_view, std::string, std::string>, std::size_t> lines_;  // of suppressions
};

}  // namespace

Result<Configuration> parse_configuration(const std::string& path, std::string_view text) {
    const Result<TomlValue> top = parse_toml(path, text);
    if (!top) return top.error();
    return Reader(path, text).read(*top);
}

Result<Configuration> read_configuration(const std::string& path) {
    const Result<std::string> text = read_small_file(path);
    if (!text) return text.error();
    return parse_configuration(path, *text);
}

}  // namespace muster
