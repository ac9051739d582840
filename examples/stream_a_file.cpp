// Checks a file of any size, one record a line, while it is read: findings arrive one by one, nothing is collected, and
// the tenth error ends it.
#include <iostream>
#include <muster/check.hpp>

namespace {

class Counted final : public muster::Sink {
public:
    void take(const muster::Finding& finding) override {
        std::cout << "line " << finding.place.line << ": " << finding.message << '\n';
        errors += finding.severity == muster::Severity::error ? 1 : 0;
    }

    int errors = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: stream_a_file FILE\n";
        return 2;
    }
    Counted counted;
    muster::CheckOptions options;
    options.paths = {argv[1]};
    options.as_of = "2030-01-01";
    options.cancelled = [&counted] { return counted.errors >= 10; };

    const muster::Result<muster::Summary> summary = muster::check(options, counted);
    if (!summary) {
        // Either the options cannot be used, or it was cancelled: no verdict in both cases.
        std::cerr << summary.error().message << '\n';
        return 2;
    }
    for (const muster::Trouble& trouble : summary->troubles) {
        std::cerr << trouble.path << ": " << trouble.message << '\n';
    }
    if (!summary->troubles.empty()) return 2;
    std::cout << summary->records << " records, " << summary->errors << " errors\n";
    return summary->errors == 0 ? 0 : 1;
}
