#!/usr/bin/env python3
"""budget.py PROGRAM REPOSITORY [VOCABULARIES]: tools/list and the context of every story, counted by real tokenizers (PyPI
tiktoken, cl100k_base and o200k_base): at most 1,500 tokens, and at most the budget. VOCABULARIES is a folder with their files,
named as tiktoken caches them; without it they come from the network. Where there is no vocabulary it says so and counts
nothing. Exit status 1 when something is too long."""
import json
import os
import re
import subprocess
import sys

META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}
BUDGETS = (500, 700, 1000, 2000, 8000, 20000)


def main():
    program, repository = sys.argv[1:3]
    if len(sys.argv) > 3:
        os.environ["TIKTOKEN_CACHE_DIR"] = sys.argv[3]
    try:
        import tiktoken
        encodings = [tiktoken.get_encoding(name) for name in ("cl100k_base", "o200k_base")]
    except Exception as problem:  # Whatever the network has to say.
        print(f"tokens are not counted, there is no vocabulary: {type(problem).__name__}")
        return
    server = subprocess.Popen([program, "mcp", "--root", repository], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def call(method, params):
        line = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {**params, "_meta": META}}
        server.stdin.write(json.dumps(line).encode() + b"\n")
        server.stdin.flush()
        return json.loads(server.stdout.readline())["result"]

    def count(text):
        return max(len(encoding.encode(text, disallowed_special=())) for encoding in encodings)

    wrong, calls = [], 0
    tools = count(json.dumps(call("tools/list", {})["tools"], separators=(",", ":"), ensure_ascii=False))
    if tools >= 1500:
        wrong.append(f"tools/list has {tools} tokens")
    listed = json.dumps(call("resources/list", {}))
    for story in sorted(set(re.findall(r"handoff://stories/(st-[0-9a-z]{8})", listed))):
        for budget in BUDGETS:
            arguments = {"id": story, "budget_tokens": budget}
            result = call("tools/call", {"name": "story_context", "arguments": arguments})
            calls += 1
            used = count(result["content"][0]["text"])
            if result["isError"] or used > budget:
                wrong.append(f"{story} has {used} tokens of {budget}")
    server.stdin.close()
    server.wait(10)
    print("\n".join(wrong) if wrong else f"tools/list has {tools} tokens; {calls} contexts keep within their budgets")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
