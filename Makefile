# Every target calls one line; what it does stands in the `manual` command and in scripts/.
.PHONY: manual test lint axe verapdf benchmark preview check clean

manual: .venv/ready
	@scripts/install-system-packages pdf accessible || true
	.venv/bin/manual build all

test: .venv/ready-for-tests
	scripts/install-system-packages all
	scripts/test

lint: .venv/ready-for-tests
	scripts/lint

axe: .venv/ready-for-tests
	scripts/install-system-packages browser
	.venv/bin/pytest -n 2 tests/browser -m every_page

verapdf: .venv/ready-for-verapdf
	scripts/install-system-packages accessible verapdf
	.venv/bin/pytest tests/verapdf -m verapdf -s

benchmark: .venv/ready-for-benchmarks
	.venv/bin/pytest tests/benchmarks -o python_files='bench_*.py' -m benchmark -s -v

preview: .venv/ready
	.venv/bin/manual preview

check: .venv/ready
	.venv/bin/manual check

clean:
	rm -rf build

.venv/ready: pyproject.toml uv.lock scripts/set-up
	scripts/set-up

.venv/ready-for-%: pyproject.toml uv.lock scripts/set-up
	scripts/set-up --$*
