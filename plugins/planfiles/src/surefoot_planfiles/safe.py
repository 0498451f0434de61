"""YAML from strangers: plain lists, mappings and words, nothing else."""

from __future__ import annotations

from typing import Any

import yaml

from surefoot.plugin import PlanError

DEEPEST = 20
"""Levels; a plan has seven."""

LARGEST = 512 * 1024
"""Characters; calendar-hack plans are some 10,000 long, and reading YAML is slow [H]."""


class _Plain(yaml.BaseLoader):
    """Reads every scalar as text; refuses tags, aliases, keys that stand twice and deep nesting."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            _refuse("an alias (*) has no place in a plan", line, "write the workout out")
        if getattr(event, "tag", None) not in (None, "!"):
            _refuse(f"a tag ({event.tag}) has no place in a plan", line, "take the word with the ! away")
        self.depth += 1
        if self.depth > DEEPEST:
            _refuse("nested too deep to be a plan", line, "is it the right file?")
        node: yaml.Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT002 - PyYAML's signature
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value in seen:
                _refuse("a key stands twice, or is no word", key.start_mark.line + 1, "take one of them away")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _refuse(what: str, line: int, mend: str) -> None:
    raise PlanError(what, where=f"line {line}", mend=mend)


def load(text: str) -> Any:
    """Return the document: mappings, lists and strings.

    Raises:
        PlanError: it is no YAML, or holds what a plan has no use for.
    """
    if len(text) > LARGEST:
        raise PlanError("too large to be a plan", mend="is it the right file?")
    try:
        return yaml.load(text, Loader=_Plain)  # noqa: S506 - built on the loader that makes nothing but text
    except yaml.MarkedYAMLError as problem:
        where = f"line {problem.problem_mark.line + 1}" if problem.problem_mark else None
        raise PlanError(
            f"this is no YAML: {problem.problem}", where=where, mend="check its indents and quotes"
        ) from None
    except yaml.YAMLError as problem:
        raise PlanError(f"this is no YAML: {problem}".splitlines()[0], mend="save it as UTF-8 text") from None
