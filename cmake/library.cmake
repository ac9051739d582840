# The library that others use, muster::muster: all rooms that lead to muster in one file, and the public headers.
# muster_dependencies is what it links of others; the package files name no other.
set(library_rooms "")
set(muster_dependencies "")
muster_all_rooms(muster library_rooms muster_dependencies)
list(TRANSFORM library_rooms REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE library_objects)

# What was downloaded for this build is not there for who uses the library: it goes into the file.
set(library_links "")
set(muster_dependencies_found "")
foreach(library IN LISTS muster_dependencies)
  get_target_property(imported ${library} IMPORTED)
  if(imported)
    list(APPEND library_links ${library})
    list(APPEND muster_dependencies_found ${library})
  else()
    list(APPEND library_links $<BUILD_INTERFACE:${library}>)
    list(APPEND library_objects $<TARGET_OBJECTS:${library}>)
  endif()
endforeach()

add_library(muster_library ${library_objects})
add_library(muster::muster ALIAS muster_library)
set_target_properties(muster_library PROPERTIES OUTPUT_NAME muster EXPORT_NAME muster LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
  ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
target_compile_features(muster_library PUBLIC cxx_std_20)
target_include_directories(muster_library PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/validators/include> $<INSTALL_INTERFACE:include>)
target_link_libraries(muster_library PRIVATE ${library_links})
