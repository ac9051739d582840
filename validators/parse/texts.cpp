#include "parse/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "parse/unicode.hpp"

namespace muster {
namespace {

std::optional<char32_t> first_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = next_character(text, at);
        if (is_control(character)) return character;
    }
    return std::nullopt;
}

bool plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

Draft about(std::string_view rule, Where at, Where end, std::string message, Args args) {
    Draft draft;
    draft.rule = rule;
    draft.at = at;
    draft.end = end;
    draft.message = std::move(message);
    draft.args = std::move(args);
    draft.participants = {{Participant::Kind::value, at, 0}};
    return draft;
}

/// Digits without leading and trailing zeros, and the power of ten of the first: equal for equal numbers.
struct Digits {
    std::string digits;
    long power = 0;
    bool operator==(const Digits&) const = default;
};

Digits digits_of(std::string_view token) {
    Digits found;
    bool fraction = false;
    std::size_t at = 0;
    for (; at < token.size() && token[at] != 'e' && token[at] != 'E'; ++at) {
        const char c = token[at];
        if (c == '.') fraction = true;
        if (c < '0' || c > '9') continue;
        if (found.digits.empty() && c == '0') {
            if (fraction) --found.power;
            continue;
        }
        found.digits += c;
        if (!fraction) ++found.power;
    }
    if (at < token.size()) found.power += std::strtol(std::string(token.substr(at + 1)).c_str(), nullptr, 10);
    while (!found.digits.empty() && found.digits.back() == '0') found.digits.pop_back();
    if (found.digits.empty()) found.power = 0;
    return found;
}

/// A program that reads numbers as 64-bit floating point gives back the same number.
bool portable(std::string_view token) {
    const double read = std::strtod(std::string(token).c_str(), nullptr);
    if (!std::isfinite(read)) return false;
    const bool whole = token.find_first_of(".eE") == std::string_view::npos;
    if (whole && std::abs(read) > 9007199254740992.0) return false;
    return digits_of(token) == digits_of(fmt::format("{}", read));
}

bool in_extensions(const Document& document, NodeId id) {
    for (; id != no_node; id = document.node(id).parent) {
        if (document.node(id).key == "extensions") return true;
    }
    return false;
}

class TextChecks {
public:
    TextChecks(Document& document, const std::vector<Where>& already_broken, std::vector<Draft>& drafts)
        : document_(document), already_broken_(already_broken), drafts_(drafts) {}

    void run() {
        for (NodeId id = 0; id < document_.nodes().size(); ++id) {
            Node& node = document_.node(id);
            if (node.key_begin != nowhere) text(node, node.key, node.key_begin, node.key_end);
            if (node.kind == Node::Kind::string) text(node, node.text, node.begin, node.end);
            if (node.kind == Node::Kind::number && !portable(node.text) && in_extensions(document_, id)) {
                drafts_.push_back(
                    about("number_not_portable", node.begin, node.end,
                          "{number} cannot be kept exactly by programs that read numbers as floating point",
                          {{"number", std::string(node.text)}}));
            }
        }
        if (not_nfc_ == 0) return;
        drafts_.push_back(about("not_nfc", first_not_nfc_, nowhere,
                                not_nfc_ == 1
                                    ? "this text is not in Unicode normal form C"
                                    : "this text is not in Unicode normal form C; with it there are {count} such texts",
                                {{"count", not_nfc_}}));
    }

private:
    void text(Node& node, std::string_view text, Where begin, Where end) {
        if (std::binary_search(already_broken_.begin(), already_broken_.end(), begin)) {
            node.unknown = true;
            return;
        }
        if (plain(text)) return;
        if (const std::optional<char32_t> control = first_control(text)) {
            node.unknown = true;
            drafts_.push_back(about("control_character", begin, end, "{what} stands inside this text",
                                    {{"what", name_of_control(*control)}}));
        } else if (!bidi_balanced(text)) {
            node.unknown = true;
            drafts_.push_back(about("unbalanced_bidi", begin, end,
                                    "this text holds an invisible control for writing direction that is not closed, so "
                                    "what is shown may differ from what is stored",
                                    {}));
        } else if (!is_nfc(text) && not_nfc_++ == 0) {
            first_not_nfc_ = begin;
        }
    }

    Document& document_;
    const std::vector<Where>& already_broken_;
    std::vector<Draft>& drafts_;
    std::int64_t not_nfc_ = 0;
    Where first_not_nfc_ = nowhere;
};

}  // namespace

void check_texts(Document& document, const std::vector<Where>& already_broken, std::vector<Draft>& drafts) {
    TextChecks(document, already_broken, drafts).run();
}

}  // namespace muster
