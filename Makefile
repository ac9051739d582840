# The README's two commands, and those a contributor needs beside them. The other builds: CMakePresets.json.
CLANG_FORMAT ?= clang-format-14
jobs := $(shell nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)

.PHONY: help demo test docs approve format check-format clean configure command

help:
	@echo "make demo          installs what is missing, builds muster, and checks the datasets in fixtures/datasets"
	@echo "make test          installs what is missing, builds everything, and runs all tests"
	@echo "make docs          writes the pages of the rules and the schemas of single documents anew"
	@echo "make approve       writes the approved reports (tests/report/approved, tests/dataset) anew; read what changed"
	@echo "make format        formats the C++ files as .clang-format asks"
	@echo "make check-format  says which of them are not formatted so"
	@echo "make clean         removes the folder build"

demo: command
	build/bin/muster check fixtures/datasets

test: configure
	cmake --build build --parallel $(jobs)
	ctest --test-dir build --output-on-failure --no-tests=error --parallel $(jobs)

docs: command
	build/bin/muster rules --markdown docs/rules
	@touch tests/rule_codes.txt
	for name in exchange series tombstone dataset agents sources; do \
		build/bin/muster schema $$name > schema/documents/$$name.schema.json || exit 1; \
	done
	build/bin/muster rules | awk '{print $$1, $$3}' | LC_ALL=C sort -u -o tests/rule_codes.txt - tests/rule_codes.txt

approve: configure
	cmake --build build --parallel $(jobs) --target formats_test muster_cli
	MUSTER_APPROVE=1 build/bin/formats_test --gtest_filter=formats.give_the_approved_reports
	MUSTER_APPROVE=1 tests/dataset/report_test.sh build/bin/muster .

format:
	git ls-files '*.cpp' '*.hpp' | xargs $(CLANG_FORMAT) -i

check-format:
	git ls-files '*.cpp' '*.hpp' | xargs $(CLANG_FORMAT) --dry-run -Werror

clean:
	rm -rf build

configure:
	@cmake/setup.sh
	@generator=; \
	if [ ! -e build/CMakeCache.txt ] && command -v ninja >/dev/null; then generator="-G Ninja"; fi; \
	cmake -S . -B build $$generator -DCMAKE_BUILD_TYPE=Release

command: configure
	cmake --build build --parallel $(jobs) --target muster_cli
