# One folder, one target, one job. A room sees only the rooms it names, so a wrong arrow does not compile.
function(muster_room name)
  cmake_parse_arguments(arg "" "" "ROOMS;LIBRARIES;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  add_library(muster_${name} STATIC ${sources} ${arg_SOURCES})
  target_include_directories(muster_${name} PUBLIC
    $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}> $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>)
  list(TRANSFORM arg_ROOMS PREPEND muster_)
  target_link_libraries(muster_${name} PUBLIC ${arg_ROOMS} PRIVATE ${arg_LIBRARIES}
    $<BUILD_INTERFACE:muster_build_flags>)
endfunction()

# The rooms that a room needs, itself included, and the libraries of others that they link.
function(muster_all_rooms room rooms libraries)
  set(found ${${rooms}} ${room})
  set(others ${${libraries}})
  get_target_property(linked ${room} LINK_LIBRARIES)
  foreach(name IN LISTS linked)
    if(name MATCHES "^muster(_|$)" AND NOT name STREQUAL muster_build_flags AND NOT name IN_LIST found)
      muster_all_rooms(${name} found others)
    elseif(NOT name MATCHES "^muster(_|$)|^\\$<" AND NOT name IN_LIST others)
      list(APPEND others ${name})
    endif()
  endforeach()
  set(${rooms} ${found} PARENT_SCOPE)
  set(${libraries} ${others} PARENT_SCOPE)
endfunction()

# Generated C++ that holds the files of schema/ as text.
function(muster_embed_schemas output)
  file(GLOB schemas CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/schema/*.schema.json)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} "-DFILES=${schemas}" -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${schemas} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
endfunction()

# Generated C++ that lists what stands in one file each, as the rules do: a file's name is its symbol, so that a misspelt
# one does not link. TYPE is the type of the symbols, TEMPLATE the C++ round the list.
function(muster_table output)
  cmake_parse_arguments(arg "" "TYPE;FILES;TEMPLATE" "" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${arg_FILES})
  set(declarations "")
  set(entries "")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(APPEND declarations "extern const ${arg_TYPE} ${name};\n")
    string(APPEND entries "    &${name},\n")
  endforeach()
  configure_file(${PROJECT_SOURCE_DIR}/cmake/${arg_TEMPLATE} ${output} @ONLY)
endfunction()
