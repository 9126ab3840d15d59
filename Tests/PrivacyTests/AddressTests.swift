import Privacy
import Testing

@Suite("Addresses of the internet") struct AddressTests {
  static let addresses = [
    Example("192.168.1.100"), Example("8.8.8.8"), Example("93.184.216.34:8080", "93.184.216.34"),
    Example("10.0.0.0/8", "10.0.0.0"), Example("http://93.184.216.34/x", "93.184.216.34"),
    Example("[93.184.216.34]", "93.184.216.34"), Example("ip=93.184.216.34", "93.184.216.34"),
    Example("/93.184.216.34:5050", "93.184.216.34"),
    Example("2001:470:1f0b:0:0:800:200c:417a"), Example("2a00:1450:4001:81b::200e"), Example("fe80::1"),
    Example("2a00:1450:4001:81b::"), Example("::ffff:93.184.216.34"), Example("::93.184.216.34"),
    Example("2001:470:0:0:0:0:13.1.68.3"), Example("fe80::1ff:fe23:4567:890a%eth0"),
    Example("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789"),
    Example("[2a00:1450::200e]:443", "2a00:1450::200e"), Example("2a00:1450::/32", "2a00:1450::"),
    Example("64:ff9b::8.8.8.8"), Example("2001:470::1:2:3"), Example("fd12:3456:789a:1::1"),
  ]

  @Test("addresses are found whole, in all their forms", arguments: Self.addresses)
  func whole(_ example: Example) throws { try example.expect(.ip) }

  @Test(
    "versions, times, names and the addresses of nobody are none",
    arguments: [
      "v1.2.3.4", "version 1.2.3.4", "Version: 10.0.19.4", "Chrome/120.0.0.0", "release 1.2.3.4", "1.2.3.4-beta",
      "1.2.3.4.5",
      "1.2.3", "256.1.1.1", "01.2.3.4", "1.2.3.4a", "a1.2.3.4", "driver 31.0.15.37", "127.0.0.1", "0.0.0.0",
      "255.255.255.0",
      "224.0.0.251", "192.0.2.7", "198.51.100.23", "203.0.113.9", "10:20:30", "2024-01-02T10:20:30",
      "00:1a:2b:3c:4d:5e",
      "00:1a:2b:3c:4d:5e:6f:70", "::1", "::", "0:0:0:0:0:0:0:1", "2001:db8::1", "2001:DB8:0:0:8:800:200C:417A",
      "3fff::1",
      "ff02::1", "::ffff:127.0.0.1", "std::vector", "a::b", "dead::beef", "Foo::Bar", "1::2::3", "1:2:3:4:5:6:7:8:9",
      "12345::1", "fe80:::1", "16:27:ac:a5:76:28:2d:36:63:1b:56:4d", "abc:def", "a:b", "key: 10::20",
    ])
  func others(_ text: String) throws { #expect(try found(text, .ip) == []) }

  @Test("a colon or stop behind an address is the sentence's")
  func ends() throws {
    #expect(try found("From 93.184.216.34: refused. From 2a00:1450::200e: refused.", .ip).count == 2)
    #expect(try found("at 93.184.216.34. Then", .ip) == ["ip 93.184.216.34"])
  }
}
