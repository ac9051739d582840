// fmt, for a statically linked command: Debian has no static library of it, but all of its code is in its headers.
// Compiled so that functions stay that nothing here calls; the template is the one that its library holds ready.
#define FMT_HEADER_ONLY 1
#include <fmt/format.h>

template void fmt::detail::vformat_to<char>(buffer<char>&, string_view, format_args, locale_ref);
