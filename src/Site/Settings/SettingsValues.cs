using System.Text.RegularExpressions;
using Blobpress.Site.Posts;
using Blobpress.Site.Urls;
using Blobpress.Site.Values;

namespace Blobpress.Site.Settings;

/// <summary>The settings that are more than a text or a number.</summary>
internal static partial class SettingsValues
{
    public static Generator Generator(Setting value)
    {
        var text = value.Text("");
        if (Enum.TryParse<Generator>(text, ignoreCase: true, out var generator) && text.All(char.IsAsciiLetter)) return generator;
        value.Refuse("is hexo, jekyll, hugo or none");
        return default;
    }

    public static Uri BaseUrl(Setting value, Uri fallback)
    {
        var text = value.Text("");
        if (IsWeb(text) && Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url) && url.Query + url.Fragment + url.UserInfo == "")
            return url;
        value.Refuse("is the site's public root, such as https://example.org/, without query or fragment");
        return fallback;
    }

    public static string Language(Setting value, string fallback)
    {
        // Hexo allows a list, the first being the site's own.
        var text = value.Texts() is [var first, ..] ? first : "";
        if (LanguageTag.Of(text) is { } tag) return tag;
        value.Refuse("is a language tag (BCP 47) such as en or zh-CN");
        return fallback;
    }

    public static TimeZoneInfo TimeZone(Setting value, TimeZoneInfo fallback)
    {
        var text = value.Text("");
        if (ZoneName().IsMatch(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId) return zone;
        value.Refuse("is the IANA name of a time zone, such as Asia/Shanghai, Europe/Berlin or UTC");
        return fallback;
    }

    public static IReadOnlyList<MenuItem> Menu(Setting value)
    {
        IReadOnlyList<MenuItem> menu = MenuItems(value);
        if (menu.FirstOrDefault(item => !LinkRules.MayLead(item.Url)) is not { } item) return menu;
        value.Refuse($"leads '{item.Title}' to an address that is no path and none of http, https, mailto or tel");
        return [];
    }

    public static TrustedFiles TrustedFiles(Setting value)
    {
        var patterns = Each(value, Settings.TrustedFiles.IsPattern, "is a list of file names with * and **, such as '*.css' or 'widgets/**'");
        if (patterns.Count <= Settings.TrustedFiles.Most) return new(patterns);
        value.Refuse($"has at most {Settings.TrustedFiles.Most} patterns");
        return Settings.TrustedFiles.None;
    }

    private static MenuItem[] MenuItems(Setting value) =>
        [.. value.Map() is { } map ? map.Entries.Select(entry => new MenuItem(entry.Key, ValueText.Of(entry.Value))) : value.Items().Select(Item).OfType<MenuItem>()];

    public static IReadOnlyList<int> Widths(Setting value, IReadOnlyList<int> fallback)
    {
        int[] widths = [.. value.Items().Select(item => item.Number(0, 16, 8192)).Where(width => width > 0).Distinct().Order()];
        if (widths.Length is > 0 and <= 20) return widths;
        if (widths.Length > 20) value.Refuse("has at most 20 widths");
        return fallback;
    }

    public static MarkdownExtras Extras(Setting value)
    {
        var extras = MarkdownExtras.None;
        foreach (var item in value.Items())
        {
            var extra = Extra(item.Text(""));
            if (extra == MarkdownExtras.None) item.Refuse("is a list of sub, super, ins and mark");
            extras |= extra;
        }

        return extras;
    }

    public static IReadOnlyList<string> Proxies(Setting value) => Each(value, IsWeb, "is a list of beginnings of URLs, such as https://proxy.example/?");

    public static IReadOnlyList<string> Ports(Setting value) => Each(value, HostAndPort().IsMatch, "is a list of hosts with port, such as images.example:8080");

    public static IReadOnlyList<string> Embeds(Setting value) => Each(value, Host().IsMatch, "is a list of hosts, such as www.youtube.com or *.example.org");

    public static IReadOnlyList<string> OwnHosts(Setting value)
    {
        var hosts = Each(value, IsHostOrUrl, "is a list of hosts, such as old.example.org, *.example.org or me.github.io/blog");
        if (hosts.Count <= LinkSettings.MostHosts) return [.. hosts.Select(WithoutScheme)];
        value.Refuse($"has at most {LinkSettings.MostHosts} hosts");
        return [];
    }

    private static bool IsHostOrUrl(string text)
    {
        var plain = WithoutScheme(text);
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        return Host().IsMatch(slash < 0 ? plain : plain[..slash]) && plain.IndexOfAny(['?', '#']) < 0;
    }

    private static string WithoutScheme(string text)
    {
        var at = text.IndexOf("://", StringComparison.Ordinal);
        return at is 4 or 5 && text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? text[(at + 3)..] : text;
    }

    private static List<string> Each(Setting value, Func<string, bool> isFit, string expected)
    {
        var fit = new List<string>();
        foreach (var item in value.Items())
        {
            var text = item.Text("");
            if (isFit(text)) fit.Add(text);
            else item.Refuse(expected);
        }

        return fit;
    }

    // Hugo's names too.
    private static MarkdownExtras Extra(string name) => name.ToLowerInvariant() switch
    {
        "sub" or "subscript" => MarkdownExtras.Sub,
        "super" or "sup" or "superscript" => MarkdownExtras.Super,
        "ins" or "insert" => MarkdownExtras.Ins,
        "mark" => MarkdownExtras.Mark,
        _ => MarkdownExtras.None,
    };

    private static MenuItem? Item(Setting item)
    {
        if (item.Map() is { } map && map.Find("title") is Value.Scalar title && map.Find("url") is Value.Scalar url)
            return new MenuItem(PlainLine.Of(title.Text), PlainLine.Of(url.Text));
        item.Refuse("is a list of items with title and url, or of lines 'Title: /url/'");
        return null;
    }

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.Host.Length > 0;

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"\A[^\s/:@]+:[0-9]{1,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"\A(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
