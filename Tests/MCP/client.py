#!/usr/bin/env python3
"""client.py PROGRAM REPOSITORY: full sessions of the official Python client (PyPI mcp, 1.x or 2.x), in every revision that
it knows: tools, resources, templates, prompts, completions, errors. Exit status 1 when something is not as it should be."""
import asyncio
import importlib.metadata
import sys

STORY = "st-9c4t8wq2"
MAJOR = int(importlib.metadata.version("mcp").split(".")[0])


def text(result):
    return "".join(part.text for part in result.content)


def expect(holds, what):
    if not holds:
        raise SystemExit(f"not as it should be: {what}")


async def use(client, reference_types, uri_type):
    """The same session for both clients."""
    prompt_reference, template_reference = reference_types
    tools = [tool.name for tool in (await client.list_tools()).tools]
    expect("story_context" in tools and len(tools) >= 7, tools)
    context = await client.call_tool("story_context", {"id": STORY})
    expect("three times" in text(context), text(context))
    wrong = await client.call_tool("story_context", {"id": "st-00000000"})
    expect(getattr(wrong, "isError", None) or getattr(wrong, "is_error", None), wrong)
    listed = await client.call_tool("story_list", {})
    expect(STORY in text(listed), text(listed))
    resources = (await client.list_resources()).resources
    expect(len(resources) > 5, resources)
    for resource in resources:
        read = await client.read_resource(uri_type(str(resource.uri)))
        expect(read.contents and read.contents[0].text, resource.uri)
    expect(len((await client.list_resource_templates()).__dict__), "templates")
    prompts = [prompt.name for prompt in (await client.list_prompts()).prompts]
    expect("implement" in prompts, prompts)
    prompt = await client.get_prompt("implement", {"story": STORY})
    expect(STORY in prompt.messages[0].content.text, prompt)
    completed = await client.complete(prompt_reference(type="ref/prompt", name="implement"), {"name": "story", "value": "st-9"})
    expect(completed.completion.values == [STORY], completed)
    completed = await client.complete(
        template_reference(type="ref/resource", uri="handoff://intents/{id}"), {"name": "id", "value": "in-4"})
    expect(len(completed.completion.values) == 1, completed)


async def one(program, repository, version):
    import mcp.client.session as session
    from mcp import ClientSession, StdioServerParameters, types
    from mcp.client.stdio import stdio_client
    from pydantic import AnyUrl

    session.types.LATEST_PROTOCOL_VERSION = version
    parameters = StdioServerParameters(command=program, args=["mcp", "--root", repository])
    async with stdio_client(parameters) as (read, write), ClientSession(read, write) as client:
        agreed = await client.initialize()
        expect(agreed.protocolVersion == version, agreed)
        await client.send_ping()
        await use(client, (types.PromptReference, types.ResourceTemplateReference), AnyUrl)
        await client.subscribe_resource(AnyUrl(f"handoff://stories/{STORY}"))
        await client.unsubscribe_resource(AnyUrl(f"handoff://stories/{STORY}"))


def http(program, repository):
    """A server over HTTP, with its address and the header that it wants."""
    import os
    import subprocess

    environment = {**os.environ, "HANDOFF_MCP_TOKEN": "a-token-of-these-tests"}
    server = subprocess.Popen(
        [program, "mcp", "--root", repository, "--http", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=environment)
    address = server.stdout.readline().strip()
    expect(address.startswith("http://127.0.0.1:") and address.endswith("/mcp"), address)
    return server, address, {"Authorization": "Bearer a-token-of-these-tests"}


async def one_http(address, headers, version):
    import mcp.client.session as session
    from mcp import ClientSession, types
    from mcp.client.streamable_http import streamablehttp_client
    from pydantic import AnyUrl

    session.types.LATEST_PROTOCOL_VERSION = version
    async with streamablehttp_client(address, headers=headers) as (read, write, _), ClientSession(read, write) as client:
        agreed = await client.initialize()
        expect(agreed.protocolVersion == version, agreed)
        await client.send_ping()
        await use(client, (types.PromptReference, types.ResourceTemplateReference), AnyUrl)


async def two_http(address, headers, mode):
    import httpx2
    from mcp import Client, types
    from mcp.client.streamable_http import streamable_http_client

    async with httpx2.AsyncClient(headers=headers) as web:
        transport = streamable_http_client(address, http_client=web)
        async with Client(transport, mode=mode, read_timeout_seconds=60) as client:
            expect(client.protocol_version == ("2025-11-25" if mode == "legacy" else "2026-07-28"), client.protocol_version)
            await use(client, (types.PromptReference, types.ResourceTemplateReference), str)


async def two(program, repository, mode):
    from mcp import Client, StdioServerParameters, types

    parameters = StdioServerParameters(command=program, args=["mcp", "--root", repository])
    async with Client(parameters, mode=mode, read_timeout_seconds=60) as client:
        expect(client.protocol_version == ("2025-11-25" if mode == "legacy" else "2026-07-28"), client.protocol_version)
        await use(client, (types.PromptReference, types.ResourceTemplateReference), str)


def main():
    program, repository = sys.argv[1:3]
    if MAJOR == 1:
        from mcp.shared.version import SUPPORTED_PROTOCOL_VERSIONS as versions
    else:
        versions = ["auto", "legacy", "2026-07-28"]
    for version in versions:
        asyncio.run((one if MAJOR == 1 else two)(program, repository, version))
        print(f"mcp {importlib.metadata.version('mcp')}, {version}: as it should be")
    server, address, headers = http(program, repository)
    try:
        # 2024-11-05 had another transport, which is not served.
        for version in [version for version in versions if version != "2024-11-05"]:
            asyncio.run((one_http if MAJOR == 1 else two_http)(address, headers, version))
            print(f"mcp {importlib.metadata.version('mcp')}, {version} over HTTP: as it should be")
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
