// Any text is a configuration or is refused with a place.
#include "config/configuration.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace muster;
    const Result<Configuration> configuration = parse_configuration("muster.toml", testing::text_of(data, size));
    if (!configuration)
        testing::must(configuration.error().message.rfind("muster.toml:", 0) == 0, "what is refused has its place");
    return 0;
}
