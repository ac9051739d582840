#include "dataset/documents.hpp"

namespace muster {

Documents::Documents(const Dataset& dataset, std::size_t most_kept) : dataset_(&dataset), most_kept_(most_kept) {}

Documents::Documents(std::vector<std::shared_ptr<Examined>> examined)
    : first_pass_(false), kept_(std::move(examined)) {}

void Documents::for_each(const std::function<void(const std::shared_ptr<Examined>&)>& visit) {
    if (!first_pass_ && all_kept_) {
        for (const std::shared_ptr<Examined>& examined : kept_) visit(examined);
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
    for (const Input& input : dataset_->inputs) read_file(input, number, visit);
}

void Documents::read_file(const Input& input, std::size_t& number,
                          const std::function<void(const std::shared_ptr<Examined>&)>& visit) {
    Result<std::unique_ptr<ByteStream>> stream = input.open();
    if (!stream) {
        if (first_pass_) troubles_.push_back({input.path, stream.error().message});
        return;
    }
    Framer framer(**stream, input.framing);
    Frame frame;
    std::size_t documents = 0;
    bool foreign = false;
    while (framer.next(frame)) {
        auto examined = std::make_shared<Examined>(input, frame, number);
        if (!input.named_by_user && examined->foreign()) {
            foreign = true;
            continue;
        }
        ++documents;
        ++number;
        visit(examined);
    }
    const bool empty = documents == 0 && !foreign;
    if (empty && input.framing != Framing::lines && input.path != "-") {
        visit(std::make_shared<Examined>(Examined::empty_file(input, number++)));
    }
    if (!first_pass_ || !input.reported) return;
    if (foreign) skipped_.push_back({input.path, "no record of muster's: neither schema nor flows nor claims"});
    if (!foreign || documents > 0) ++files_;
}

}  // namespace muster
