#!/bin/sh
# Installs what Python packages cannot bring: system_packages.sh venv PACKAGE | run | test | installer [PACKAGE]
# Only what is missing is installed; where that cannot be done, one sentence says what to do.
set -eu

qt="libcups2 libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libgssapi-krb5-2
libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-6 libx11-xcb1 libxcb-cursor0 libxcb-icccm4
libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1
libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0"
tools="at-spi2-core dbus fonts-noto-core gnome-keyring poppler-utils strace xauth xvfb"

stop() {
    echo "$1" >&2
    exit 1
}

installed() { # Debian 13 and Ubuntu 24.04 gave some libraries a new name that ends in t64
    dpkg-query -W -f '${db:Status-Status}\n' "$1" "${1}t64" 2>/dev/null | grep -qx installed
}

install_with_apt() {
    missing=
    for package in "$@"; do
        installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root="env DEBIAN_FRONTEND=noninteractive"
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || stop "Root is needed once: sudo apt-get install -y$missing"
        as_root="sudo -n $as_root"
    fi
    echo "Installing$missing"
    $as_root apt-get update -qq || echo "The package lists could not be refreshed; going on with those at hand."
    # shellcheck disable=SC2086
    $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
        stop "Installing failed: apt-get install -y$missing"
}

name_what_is_missing() { # on systems without apt; libraries by asking Qt's own plugins
    missing=
    for command in "$@"; do
        command -v "$command" >/dev/null || missing="$missing $command"
    done
    for library in $(ldd .venv/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libq[owx]*.so |
        awk '/not found/ {print $1}' | sort -u); do
        missing="$missing $library"
    done
    [ -z "$missing" ] || stop "Install these with the package manager of this system:$missing"
}

apt=$(command -v apt-get || true)
case "$1${apt:+ with apt}" in
    "venv with apt") install_with_apt "$2" ;;
    "run with apt") install_with_apt $qt ;;
    "test with apt") install_with_apt $qt $tools ;;
    "installer with apt") install_with_apt $qt binutils ${2-} ;;
    venv) stop "This Python has no venv and ensurepip: install them with the package manager of this system." ;;
    run) name_what_is_missing ;;
    test) name_what_is_missing Xvfb dbus-run-session gnome-keyring-daemon pdftoppm strace ;;
    installer) name_what_is_missing objdump strip ;;
    *) stop "Use: $0 venv PACKAGE | run | test | installer [PACKAGE]" ;;
esac
