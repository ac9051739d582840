# Each public header is compiled by itself, twice: it needs no other header before it, nor a library of others.
file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/validators/include
  ${PROJECT_SOURCE_DIR}/validators/include/muster/*.hpp)
foreach(header IN LISTS headers)
  set(source ${PROJECT_BINARY_DIR}/headers/${header}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "#include \"@header@\"\n#include \"@header@\"\n" @ONLY)
  list(APPEND sources ${source})
endforeach()
add_library(headers_alone OBJECT ${sources})
target_include_directories(headers_alone PRIVATE ${PROJECT_SOURCE_DIR}/validators/include)
target_link_libraries(headers_alone PRIVATE muster_build_flags)
