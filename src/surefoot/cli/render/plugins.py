"""What ``plugins`` says: each plugin, its parts, and the tables that use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from surefoot.cli import shapes
from surefoot.cli.width import paragraph

if TYPE_CHECKING:
    from surefoot.config.fields import Setting
    from surefoot.registry.faults import Fault
    from surefoot.registry.listing import PartListing, PluginListing


def text(found: tuple[PluginListing, ...], faults: tuple[Fault, ...]) -> str:
    """Return a paragraph for each plugin, and at the end what broke."""
    return "\n\n".join("\n".join(one) for one in (*map(_plugin, found), _faults(faults)) if one)


def _plugin(one: PluginListing) -> list[str]:
    also = f" (also {', '.join(one.also)})" if one.also else ""
    state = "   left out of this run" if one.blocked else "   broken" if one.fault else ""
    source = f"   {one.distribution} {one.version}".rstrip()
    return [f"{one.name}{also}{source}{state}", *(line for part in one.parts for line in _part(part))]


def _part(one: PartListing) -> Iterator[str]:
    reads = f" ({', '.join(one.suffixes)})" if one.suffixes else ""
    used = f"  [{'] ['.join(one.tables)}]" if one.tables else ""
    yield f"  {one.kind:<9} {one.use}{reads}{used}"
    if one.doc:
        yield paragraph(one.doc, first="            ", rest="            ")
    if one.settings:
        names = ", ".join(f"{each.name}{'' if each.required else '?'}" for each in one.settings)
        yield paragraph(f"settings: {names}", first="            ", rest="            ")


def _faults(faults: tuple[Fault, ...]) -> list[str]:
    lines = [paragraph(str(one), first="  ", rest="    ") for one in faults]
    return ["Broken", *lines, "  A plugin can be left out: surefoot -p no:NAME"] if lines else []


def shape(one: PluginListing) -> dict[str, Any]:
    """PLUGIN: one plugin with its parts."""
    return {
        "name": one.name,
        "also": list(one.also),
        "distribution": one.distribution,
        "version": one.version,
        "blocked": one.blocked,
        "fault": shapes.fault(one.fault) if one.fault else None,
        "parts": [_part_shape(each) for each in one.parts],
    }


def _part_shape(one: PartListing) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "use": one.use,
        "doc": one.doc,
        "suffixes": list(one.suffixes),
        "settings": [_setting(each) for each in one.settings],
        "tables": list(one.tables),
    }


def _setting(one: Setting) -> dict[str, Any]:
    plain = one.default is None or isinstance(one.default, (bool, int, float, str))
    return {
        "name": one.name,
        "type": one.type,
        "required": one.required,
        "default": one.default if plain else str(one.default),
        "doc": one.doc,
    }
