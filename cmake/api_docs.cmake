# Pages of the public headers; a warning of doxygen is an error.
find_program(MUSTER_DOXYGEN doxygen)
if(MUSTER_DOXYGEN)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/Doxyfile.in ${PROJECT_BINARY_DIR}/Doxyfile @ONLY)
  add_custom_target(api_docs COMMAND ${MUSTER_DOXYGEN} ${PROJECT_BINARY_DIR}/Doxyfile VERBATIM)
endif()
