# What muster is built with: the system's packages where they are installed, else a download of the versions that
# Debian 12 packages, pinned by commit. -DFETCHCONTENT_TRY_FIND_PACKAGE_MODE=NEVER downloads in any case.
include(FetchContent)
# SYSTEM stands first, since CMake 3.25 takes it for a part of what stands before it.
set(CMAKE_POLICY_VERSION_MINIMUM 3.5) # CMake 4 refuses some of these versions without it

FetchContent_Declare(nlohmann_json SYSTEM
  GIT_REPOSITORY https://github.com/nlohmann/json.git
  GIT_TAG bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d # v3.11.2
  FIND_PACKAGE_ARGS 3.11)
FetchContent_Declare(valijson SYSTEM
  GIT_REPOSITORY https://github.com/tristanpenman/valijson.git
  GIT_TAG 78ac8a737df56b5334354efe104ea8f99e2a2f00 # v1.0
  GIT_SUBMODULES "" # only its own tests need them
  FIND_PACKAGE_ARGS)
FetchContent_Declare(fmt SYSTEM
  GIT_REPOSITORY https://github.com/fmtlib/fmt.git
  GIT_TAG a33701196adfad74917046096bf5a2aa0ab0bb50 # 9.1.0
  FIND_PACKAGE_ARGS 9)
FetchContent_Declare(CLI11 SYSTEM
  GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git
  GIT_TAG 70f8072f9dd2292fd0b9f9e5f58e279f60483ed3 # v2.1.2
  GIT_SUBMODULES ""
  FIND_PACKAGE_ARGS 2.1)
FetchContent_Declare(tomlplusplus SYSTEM
  GIT_REPOSITORY https://github.com/marzer/tomlplusplus.git
  GIT_TAG c635f218c0aefc801d9748841930365e54fe3089 # v3.3.0
  GIT_SUBMODULES "" # only its own tests need them
  FIND_PACKAGE_ARGS 3)
set(downloads nlohmann_json valijson fmt CLI11 tomlplusplus)

if(MUSTER_BUILD_TESTS)
  FetchContent_Declare(googletest SYSTEM
    GIT_REPOSITORY https://github.com/google/googletest.git
    GIT_TAG 58d77fa8070e8cec2dc1ed015d66b454c8d78850 # release-1.12.1
    FIND_PACKAGE_ARGS 1.12 NAMES GTest)
  FetchContent_Declare(rapidcheck SYSTEM
    GIT_REPOSITORY https://github.com/emil-e/rapidcheck.git
    GIT_TAG 08b505857e32d52a20b2240b5125d937d67a6d86
    GIT_SUBMODULES ""
    FIND_PACKAGE_ARGS)
  set(BUILD_GMOCK OFF CACHE BOOL "")
  set(RC_ENABLE_GTEST ON CACHE BOOL "")
  list(APPEND downloads googletest rapidcheck)
endif()
FetchContent_MakeAvailable(${downloads})

# What was downloaded serves this build and is not installed beside muster.
foreach(name IN LISTS downloads)
  FetchContent_GetProperties(${name} SOURCE_DIR source_dir)
  if(source_dir)
    set_property(DIRECTORY ${source_dir} PROPERTY EXCLUDE_FROM_ALL ON)
  endif()
endforeach()

find_package(ZLIB)
find_package(PkgConfig)
if(PkgConfig_FOUND)
  pkg_check_modules(zstd IMPORTED_TARGET libzstd)
  pkg_check_modules(utf8proc IMPORTED_TARGET libutf8proc)
endif()
if(NOT ZLIB_FOUND OR NOT zstd_FOUND OR NOT utf8proc_FOUND)
  message(FATAL_ERROR "muster needs pkg-config, zlib, zstd and utf8proc, with their headers, from the system; these it "
    "does not download. On Debian and Ubuntu: apt-get install pkg-config zlib1g-dev libzstd-dev libutf8proc-dev")
endif()
