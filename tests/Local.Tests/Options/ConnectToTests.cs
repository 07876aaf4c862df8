using System.Net;
using Blobpress.Local.Options;

namespace Blobpress.Local.Tests.Options;

public sealed class ConnectToTests
{
    [Theory]
    [InlineData("img.example:80=127.0.0.1:9000", "img.example", 80, "127.0.0.1:9000")]
    [InlineData("IMG.Example:443=10.0.0.7:8443", "img.example", 443, "10.0.0.7:8443")]
    [InlineData("192.0.2.1:80=localhost:9000", "192.0.2.1", 80, "127.0.0.1:9000")]
    [InlineData("[2001:DB8::1]:80=[::1]:9000", "2001:db8::1", 80, "[::1]:9000")]
    public void Is_read_as_host_port_and_address(string text, string host, int port, string target)
    {
        Assert.True(ConnectTo.TryParse(text, out var connectTo));
        Assert.Equal(new ConnectTo(host, port, IPEndPoint.Parse(target)), connectTo);
    }

    [Theory]
    [InlineData("")]
    [InlineData("img.example")]
    [InlineData("img.example:80")]
    [InlineData("img.example=127.0.0.1:9000")]
    [InlineData("img.example:80=127.0.0.1")]
    [InlineData("img.example:0=127.0.0.1:9000")]
    [InlineData("img.example:80=127.0.0.1:65536")]
    [InlineData("img.example:+80=127.0.0.1:9000")]
    [InlineData("img.example:80=elsewhere.example:9000")]
    [InlineData("2001:db8::1:80=127.0.0.1:9000")]
    [InlineData("img.example:80=::1:9000")]
    [InlineData("[img.example]:80=127.0.0.1:9000")]
    [InlineData(":80=127.0.0.1:9000")]
    [InlineData("a:80=127.0.0.1:1=127.0.0.1:2")]
    public void Is_refused_in_any_other_form(string text) => Assert.False(ConnectTo.TryParse(text, out _));
}
