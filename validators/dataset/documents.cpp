#include "dataset/documents.hpp"

#include <array>
#include <string_view>

namespace muster {
namespace {

/// Nothing but white space stands in it; an empty list is something else.
bool is_blank(const Input& input) {
    Result<std::unique_ptr<ByteStream>> stream = input.open();
    if (!stream) return false;
    std::array<char, 4096> buffer;
    while (true) {
        const Result<std::size_t> count = (*stream)->read(buffer.data(), buffer.size());
        if (!count || *count == 0) return true;
        const std::string_view bytes(buffer.data(), *count);
        if (bytes.find_first_of("[{") != std::string_view::npos) return false;
    }
}

}  // namespace

Documents::Documents(const Dataset& dataset, std::size_t most_kept, const Schema* schema)
    : dataset_(&dataset), most_kept_(most_kept), schema_(schema) {}

Documents::Documents(std::vector<std::shared_ptr<Examined>> examined)
    : first_pass_(false), kept_(std::move(examined)) {}

void Documents::for_each(const std::function<void(const std::shared_ptr<Examined>&)>& visit) {
    if (!first_pass_ && all_kept_) {
        for (const std::shared_ptr<Examined>& examined : kept_) {
            if (stops()) return;
            visit(examined);
        }
        return;
    }
    read([&](const std::shared_ptr<Examined>& examined) {
        if (first_pass_ && all_kept_) {
            kept_bytes_ += examined->text_size();
            if (kept_bytes_ > most_kept_) {
                all_kept_ = false;
                kept_.clear();
            } else {
                kept_.push_back(examined);
            }
        }
        visit(examined);
    });
    first_pass_ = false;
}

void Documents::read(const std::function<void(const std::shared_ptr<Examined>&)>& visit) {
    std::size_t number = 0;
    for (const Input& input : dataset_->inputs) {
        if (stops()) return;
        read_file(input, number, visit);
    }
}

bool Documents::stops() {
    stopped_ = stopped_ || (cancelled_ && cancelled_());
    return stopped_;
}

void Documents::read_file(const Input& input, std::size_t& number,
                          const std::function<void(const std::shared_ptr<Examined>&)>& visit) {
    Result<std::unique_ptr<ByteStream>> stream = input.open();
    if (!stream) {
        if (first_pass_) troubles_.push_back({input.path, stream.error().message});
        return;
    }
    Framer framer(**stream, input.framing, std::size_t{1} << 20, input.largest_document);
    Frame frame;
    std::size_t documents = 0;
    std::size_t skipped = 0;
    const bool expected = input.named_by_user || mixed_.count(input.path) > 0;
    while (!stops() && framer.next(frame)) {
        auto examined = std::make_shared<Examined>(input, frame, number++, expected, schema_);
        if (examined->skipped()) {
            ++skipped;
            continue;
        }
        ++documents;
        visit(examined);
    }
    if (documents + skipped == 0 && input.framing != Framing::lines && input.path != "-" && is_blank(input)) {
        visit(std::make_shared<Examined>(Examined::empty_file(input, number++)));
        ++documents;
    }
    if (!first_pass_) return;
    if (documents > 0 && skipped > 0) {
        // One record makes the file one of ours, and what else is in it is not to drop out unseen.
        mixed_.insert(input.path);
        all_kept_ = false;
        kept_.clear();
    }
    if (!input.reported) return;
    if (documents > 0 || skipped == 0) {
        ++files_;
    } else {
        skipped_.push_back({input.path, "nothing of muster's: neither schema nor flows nor claims"});
    }
}

}  // namespace muster
