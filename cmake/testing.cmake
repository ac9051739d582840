# The component `testing`: sound and broken records for the tests of those who build on muster, and for its own.
file(GLOB testing_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/validators/testing/*.cpp)
add_library(muster_testing STATIC ${testing_sources})
add_library(muster::testing ALIAS muster_testing)
set_target_properties(muster_testing PROPERTIES EXPORT_NAME testing ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
target_compile_features(muster_testing PUBLIC cxx_std_20)
target_include_directories(muster_testing PRIVATE ${PROJECT_SOURCE_DIR}/validators PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/validators/testing/include> $<INSTALL_INTERFACE:include>)
target_link_libraries(muster_testing PUBLIC rapidcheck PRIVATE $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
  $<BUILD_INTERFACE:muster_build_flags>)
get_target_property(imported rapidcheck IMPORTED)
if(MUSTER_INSTALL AND imported)
  install(TARGETS muster_testing EXPORT muster-testing-targets COMPONENT library)
  install(EXPORT muster-testing-targets NAMESPACE muster:: DESTINATION ${package_folder} COMPONENT library)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/validators/testing/include/muster TYPE INCLUDE COMPONENT library)
endif()
