using Blobpress.Site.Images;

namespace Blobpress.Site.Tests.Images;

public class OriginTests
{
    private const string Post = "travel/2022/harbour.md";

    private static readonly OriginRules Rules = new(["https://relay.example/fetch/"], new Uri("https://blog.example/"));

    [Theory]
    // Kept as they are, suffixes and all.
    [InlineData("http://a.example/x.jpg", "http://a.example/x.jpg")]
    [InlineData("http://a.example/x.jpg:large", "http://a.example/x.jpg:large")]
    [InlineData("http://a.example/x.jpg!custom", "http://a.example/x.jpg!custom")]
    [InlineData("http://a.example/x.jpg@s_2,w_820", "http://a.example/x.jpg@s_2,w_820")]
    [InlineData("http://a.example/x?imageView2/2/w/1120/q/40", "http://a.example/x?imageView2/2/w/1120/q/40")]
    [InlineData("https://p3.example/img/x~tplv-obj:640:360.image?from=post", "https://p3.example/img/x~tplv-obj:640:360.image?from=post")]
    [InlineData("https://a.example/noextension", "https://a.example/noextension")]
    [InlineData("https://a.example:8443/x.png", "https://a.example:8443/x.png")]
    // Encoded as browsers do.
    [InlineData("http://a.example/a b.jpg", "http://a.example/a%20b.jpg")]
    [InlineData("http://a.example/图.jpg?说=明", "http://a.example/%E5%9B%BE.jpg?%E8%AF%B4=%E6%98%8E")]
    [InlineData("http://a.example/a%20b.jpg", "http://a.example/a%20b.jpg")]
    [InlineData("http://Bücher.example/x.png", "http://xn--bcher-kva.example/x.png")]
    [InlineData("http://a.example/x.svg#icon", "http://a.example/x.svg")]
    [InlineData("http://a.example/x.png?a=1&amp;b=2", "http://a.example/x.png?a=1&b=2")]
    [InlineData(" http://a.example/x\n.png ", "http://a.example/x.png")]
    // Repaired.
    [InlineData("//a.example/x.png", "https://a.example/x.png")]
    [InlineData("https//a.example/x.png", "https://a.example/x.png")]
    [InlineData("http:/a.example/x.png", "http://a.example/x.png")]
    [InlineData("http:///a.example/x.png", "http://a.example/x.png")]
    [InlineData("HTTP:\\\\a.example/x.png", "http://a.example/x.png")]
    [InlineData("http：//a.example/x.png", "http://a.example/x.png")]
    [InlineData("http://https://a.example/x.png", "https://a.example/x.png")]
    [InlineData("www.a.example/x.png", "https://www.a.example/x.png")]
    public void An_address_is_asked_for_as_a_browser_would(string raw, string expected) =>
        Assert.Equal(new ImageSource.Remote(new Uri(expected), null), Resolve(raw));

    [Theory]
    [InlineData("https://cors.zfour.workers.dev/?http://a.example/x.jpeg", "http://a.example/x.jpeg")]
    [InlineData("https://cors.zfour.workers.dev/?http://a.example/x?a=1&b=http://c.example/", "http://a.example/x?a=1&b=http://c.example/")]
    [InlineData("https://cors.zfour.workers.dev/?https%3A%2F%2Fa.example%2Fx%2520y.jpg%3Fa%3D1", "https://a.example/x%20y.jpg?a=1")]
    [InlineData("https://cors.zfour.workers.dev/?//a.example/x.png", "https://a.example/x.png")]
    [InlineData("//cors.zfour.workers.dev/?http://a.example/x.png", "http://a.example/x.png")]
    [InlineData("https://cors.zfour.workers.dev/?https//a.example/x.png", "https://a.example/x.png")]
    [InlineData("https://cors.zfour.workers.dev/?https://cors.zfour.workers.dev/?http://a.example/x", "http://a.example/x")]
    [InlineData("https://other.workers.dev/?url=http://a.example/x?y=1&z=2", "http://a.example/x?y=1&z=2")]
    [InlineData("https://other.workers.dev/https://a.example/x?y=1", "https://a.example/x?y=1")]
    [InlineData("https://other.workers.dev/?a.example/x.png", "http://a.example/x.png")]
    [InlineData("https://cors-anywhere.herokuapp.com/http://a.example/x?y=1", "http://a.example/x?y=1")]
    [InlineData("https://api.allorigins.win/raw?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1", "https://a.example/x?y=1")]
    [InlineData("https://api.allorigins.win/raw?url=https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2")]
    [InlineData("https://corsproxy.io/?https://a.example/x", "https://a.example/x")]
    [InlineData("https://corsproxy.io/?url=https%3A%2F%2Fa.example%2Fx", "https://a.example/x")]
    [InlineData("https://images.weserv.nl/?url=https://a.example/x.png&w=300", "https://a.example/x.png")]
    [InlineData("https://images.weserv.nl/?url=a.example/x.png&w=300", "http://a.example/x.png")]
    [InlineData("https://images.weserv.nl/?url=ssl:a.example/x.png", "https://a.example/x.png")]
    [InlineData("https://wsrv.nl/?w=1&url=https%3A%2F%2Fa.example%2Fx", "https://a.example/x")]
    [InlineData("https://i0.wp.com/a.example/x.png?resize=300%2C200&ssl=1", "https://a.example/x.png")]
    [InlineData("https://i3.wp.com/a.example/x.png?w=300", "http://a.example/x.png")]
    [InlineData("https://res.example/demo/image/fetch/w_300,f_auto/https://a.example/x", "https://a.example/x")]
    [InlineData("https://res.example/demo/image/fetch/https%3A%2F%2Fa.example%2Fx", "https://a.example/x")]
    [InlineData("https://web.archive.org/web/20200101000000im_/http://a.example/x.gif", "http://a.example/x.gif")]
    [InlineData("https://timg.baidu.com/timg?image&quality=80&src=http%3A%2F%2Fa.example%2Fx.jpg&refer=x", "http://a.example/x.jpg")]
    [InlineData("https://gimg2.baidu.com/image_search/src=http%3A%2F%2Fa.example%2Fx.jpg&refer=http%3A%2F%2Fa.example&app=2002", "http://a.example/x.jpg")]
    [InlineData("https://image.baidu.com/search/detail?ct=5&objurl=http%3A%2F%2Fa.example%2Fx.jpg&z=0", "http://a.example/x.jpg")]
    [InlineData("https://shop.example/_next/image?url=https%3A%2F%2Fa.example%2Fx.png&w=640&q=75", "https://a.example/x.png")]
    [InlineData("https://pic.example/proxy/https://a.example/x.jpg", "https://a.example/x.jpg")]
    [InlineData("https://relay.example/fetch/https://a.example/x", "https://a.example/x")]
    [InlineData("https://relay.example/fetch/a.example/x", "http://a.example/x")]
    [InlineData("https://cors.zfour.workers.dev/?https://i1.wp.com/a.example/x.png?ssl=1", "https://a.example/x.png")]
    public void Proxies_are_taken_off(string raw, string expected)
    {
        var remote = Assert.IsType<ImageSource.Remote>(Resolve(raw));
        Assert.Equal(expected, remote.Url.AbsoluteUri);
        Assert.Equal(new Uri(raw.StartsWith("//", StringComparison.Ordinal) ? "https:" + raw : raw).Host, remote.Proxy);
    }

    [Theory]
    [InlineData("https://shots.example/api?url=https://a.example/page")]
    [InlineData("https://qr.example/create?data=https://a.example/x.png")]
    [InlineData("https://a.example/login?next=https://a.example/x.png")]
    public void A_service_that_draws_a_page_is_not_taken_for_a_proxy(string raw) =>
        Assert.Equal(raw, Resolve(raw).Key);

    [Theory]
    [InlineData("x.png", "travel/2022/x.png")]
    [InlineData("./x.png", "travel/2022/x.png")]
    [InlineData("../x.png", "travel/x.png")]
    [InlineData("harbour/x%20y.png?v=2#z", "travel/2022/harbour/x y.png")]
    [InlineData("/img/图.png", "img/图.png")]
    [InlineData("img\\x.png", "travel/2022/img/x.png")]
    [InlineData("https://blog.example/img/x.png?v=1", "img/x.png")]
    public void A_path_names_a_file_among_the_posts(string raw, string name) =>
        Assert.Equal(new ImageSource.Asset(name), Resolve(raw));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("C:\\Users\\me\\x.png")]
    [InlineData("c:/x.png")]
    [InlineData("\\\\server\\share\\x.png")]
    [InlineData("file:///home/me/x.png")]
    [InlineData("/Users/me/Desktop/x.png")]
    [InlineData("about:blank")]
    [InlineData("{{ site.url }}/x.png")]
    [InlineData("https://a.example/{{ x }}.png")]
    [InlineData("{% asset_path x.png %}")]
    [InlineData("../../../x.png")]
    [InlineData("/")]
    [InlineData("img/")]
    [InlineData("?x")]
    [InlineData("#top")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://a.example/x.png")]
    [InlineData("data:text/html,x")]
    [InlineData("http://")]
    [InlineData("https://?x")]
    [InlineData("https://cors.zfour.workers.dev/?undefined")]
    [InlineData("https://cors.zfour.workers.dev/?")]
    [InlineData("https://cors.zfour.workers.dev/?C:\\x.png")]
    public void What_can_not_be_fetched_is_reported(string raw)
    {
        var unusable = Assert.IsType<ImageSource.Unusable>(Resolve(raw));
        Assert.Equal(raw, unusable.Raw);
        Assert.EndsWith(".", unusable.Reason);
    }

    [Theory]
    [InlineData("https://cors.zfour.workers.dev/?https://v.example/player?id=1&x=2", "https://v.example/player?id=1&x=2")]
    [InlineData("//v.example/player", "https://v.example/player")]
    [InlineData("https://web.archive.org/web/2020/http://a.example/x.png", "https://web.archive.org/web/2020/http://a.example/x.png")]
    [InlineData("https://i0.wp.com/a.example/x.png", "https://i0.wp.com/a.example/x.png")]
    [InlineData("/about/", "/about/")]
    public void Links_lose_only_proxies_for_whole_pages(string raw, string expected) =>
        Assert.Equal(expected, Origin.UnwrapLink(raw, Rules));

    [Fact]
    public void A_key_is_stable()
    {
        foreach (var raw in new[] { "http://a.example/a b|c^d`e{f}.jpg?q=\"<>'[]", "http://a.example/%7Ex%2fy%zz", "http://a.example/a/../b" })
        {
            var key = Resolve(raw).Key;
            Assert.Equal(key, Resolve(key).Key);
            Assert.Equal(key, new Uri(key).AbsoluteUri);
        }
    }

    private static ImageSource Resolve(string raw) => Origin.Resolve(raw, Post, Rules);
}
