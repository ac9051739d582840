# Warnings and sanitizers for every target of the project; nothing of it reaches who uses the library.
add_library(muster_build_flags INTERFACE)
target_compile_options(muster_build_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
# A false alarm of g++ 12 on every std::string + char* (its bug 105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(muster_build_flags INTERFACE -Wno-restrict)
endif()
if(MUSTER_WERROR)
  target_compile_options(muster_build_flags INTERFACE -Werror)
endif()
if(MUSTER_SANITIZE)
  add_compile_options(-fsanitize=${MUSTER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MUSTER_SANITIZE})
endif()
