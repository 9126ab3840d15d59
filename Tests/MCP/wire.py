#!/usr/bin/env python3
"""wire.py PROGRAM REPOSITORY: plays sessions of every revision on raw lines, and holds every message that the server sends
against the official schema of its revision (schemas/, from the specification's repository; the two oldest revisions have
the form of 2025-06-18). Needs PyPI jsonschema. Prints what is wrong; exit status 1 if anything is."""
import json
import os
import subprocess
import sys

import jsonschema

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMAS = {
    "2026-07-28": "2026-07-28", "2025-11-25": "2025-11-25", "2025-06-18": "2025-06-18",
    "2025-03-26": "2025-06-18", "2024-11-05": "2025-06-18",
}
RESULTS = {
    "initialize": "InitializeResult", "server/discover": "DiscoverResult", "tools/list": "ListToolsResult",
    "tools/call": "CallToolResult", "resources/list": "ListResourcesResult",
    "resources/templates/list": "ListResourceTemplatesResult", "resources/read": "ReadResourceResult",
    "prompts/list": "ListPromptsResult", "prompts/get": "GetPromptResult", "completion/complete": "CompleteResult",
    "ping": "EmptyResult", "resources/subscribe": "EmptyResult", "resources/unsubscribe": "EmptyResult",
    "subscriptions/listen": "SubscriptionsListenResult",
}
STORY = "st-9c4t8wq2"
CALLS = [
    ("tools/list", {}), ("resources/list", {}), ("resources/templates/list", {}), ("prompts/list", {}),
    ("tools/call", {"name": "story_context", "arguments": {"id": STORY}, "_meta": {"progressToken": "p"}}),
    ("tools/call", {"name": "story_list", "arguments": {"limit": 2}}),
    ("tools/call", {"name": "story_list"}),
    ("tools/call", {"name": "item_read", "arguments": {"id": "so-7h3q2dkm#L1-L9"}}),
    ("tools/call", {"name": "code_why", "arguments": {"target": STORY}}),
    ("tools/call", {"name": "story_verify", "arguments": {"id": STORY}}),
    ("tools/call", {"name": "story_verify", "arguments": {"id": "st-00000000"}}),
    ("tools/call", {"name": "story_list", "arguments": {"nope": True}}),
    ("tools/call", {"name": "nope", "arguments": {}}),
    ("resources/read", {"uri": "handoff://index"}), ("resources/read", {"uri": f"handoff://stories/{STORY}/context"}),
    ("resources/read", {"uri": "handoff://nope"}), ("resources/read", {}),
    ("prompts/get", {"name": "implement", "arguments": {"story": STORY}}), ("prompts/get", {"name": "nope"}),
    ("completion/complete", {"ref": {"type": "ref/prompt", "name": "implement"}, "argument": {"name": "story", "value": "st"}}),
    ("tools/list", {"cursor": "garbage"}), ("nope", {}), ("ping", {}),
]


class Server:
    def __init__(self, program, repository):
        self.process = subprocess.Popen([program, "mcp"], cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.sent, self.count = {}, 0

    def line(self, text):
        self.process.stdin.write(text.encode() + b"\n")

    def request(self, method, params):
        self.count += 1
        self.sent[self.count] = method
        self.line(json.dumps({"jsonrpc": "2.0", "id": self.count, "method": method, "params": params}))

    def end(self):
        out, _ = self.process.communicate(timeout=120)
        if self.process.returncode != 0:
            raise SystemExit(f"the server ended with {self.process.returncode}")
        return [json.loads(line) for line in out.decode().splitlines()]


def problems(schema, name, value):
    key = "$defs" if "$defs" in schema else "definitions"
    if name not in schema[key]:
        return [f"{name} is not defined in this revision"]
    validator = jsonschema.Draft202012Validator({"$ref": f"#/{key}/{name}", key: schema[key]})
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(value)]


def check(revision, program, repository):
    schema = json.load(open(f"{HERE}/schemas/schema-{SCHEMAS[revision]}.json"))
    key = "$defs" if "$defs" in schema else "definitions"
    server = Server(program, repository)
    stateless = revision == "2026-07-28"
    meta = {"io.modelcontextprotocol/protocolVersion": revision, "io.modelcontextprotocol/clientCapabilities": {}}
    if stateless:
        server.request("server/discover", {"_meta": meta})
        server.request("subscriptions/listen", {"_meta": meta, "notifications": {
            "resourcesListChanged": True, "resourceSubscriptions": [f"handoff://stories/{STORY}"]}})
    else:
        server.request("initialize", {"protocolVersion": revision, "capabilities": {"roots": {}}, "clientInfo": {"name": "w", "version": "1"}})
        server.line('{"jsonrpc":"2.0","method":"notifications/initialized"}')
        server.request("resources/subscribe", {"uri": f"handoff://stories/{STORY}"})
        server.request("resources/unsubscribe", {"uri": f"handoff://stories/{STORY}"})
    for method, params in CALLS:
        if stateless:
            params = {**params, "_meta": {**params.get("_meta", {}), **meta}}
        server.request(method, params)
    found = []
    for message in server.end():
        if "result" in message:
            name = RESULTS[server.sent[message["id"]]]
            wrong = problems(schema, name, message["result"])
            if stateless and message["result"].get("resultType") != "complete":
                wrong.append("no resultType")
        elif "error" in message:
            name = "JSONRPCErrorResponse" if "JSONRPCErrorResponse" in schema[key] else "JSONRPCError"
            wrong = problems(schema, name, message)
            code = message["error"]["code"]
            if stateless and (-32019 <= code <= -32000 or code in (-32002, -32042)):
                wrong.append(f"the code {code} may not be used")
        else:
            name = "ServerNotification"
            wrong = problems(schema, name, message)
        found += [f"{revision} {server.sent.get(message.get('id'))} {name}: {text}" for text in wrong]
        server.sent.pop(message.get("id"), None)
    found += [f"{revision} {method}: no answer" for method in server.sent.values()]
    return found


def main():
    found = [line for revision in SCHEMAS for line in check(revision, sys.argv[1], sys.argv[2])]
    print("\n".join(found) if found else f"every message of {len(SCHEMAS)} revisions has the form of its schema")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
