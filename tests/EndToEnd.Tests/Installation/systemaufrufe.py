"""Runs a program under the system call filter of a systemd unit, as systemd itself would set it: python3 systemaufrufe.py UNIT PROGRAM…"""
import ctypes
import os
import subprocess
import sys

ALLOW, EPERM = 0x7FFF0000, 0x00050000 | 1


def sets():
    """The sets of calls that systemd knows, as it lists them."""
    found, name = {}, None
    for line in subprocess.run(["systemd-analyze", "syscall-filter"], check=True, capture_output=True, text=True).stdout.splitlines():
        word = line.strip()
        if line.startswith("@"):
            name = word
            found[name] = []
        elif word and not word.startswith("#") and name:
            found[name].append(word)
    return found


def expand(word, known):
    return {word} if not word.startswith("@") else set().union(*(expand(each, known) for each in known[word]))


def allowed(unit):
    """The first line of the unit allows, later ones with a tilde take away."""
    known, calls = sets(), set()
    with open(unit, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("SystemCallFilter="):
                value = line.split("=", 1)[1].strip()
                for word in value.removeprefix("~").split():
                    calls = calls - expand(word, known) if value.startswith("~") else calls | expand(word, known)
    return calls


library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
library.seccomp_init.restype = ctypes.c_void_p
library.seccomp_load.argtypes = [ctypes.c_void_p]
library.seccomp_rule_add.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint]
filter_ = library.seccomp_init(EPERM)
for call in allowed(sys.argv[1]):
    number = library.seccomp_syscall_resolve_name(call.encode())
    if number >= 0:
        library.seccomp_rule_add(filter_, ALLOW, number, 0)
if library.seccomp_load(filter_) != 0:
    sys.exit("The filter could not be set.")
os.execvp(sys.argv[2], sys.argv[2:])
