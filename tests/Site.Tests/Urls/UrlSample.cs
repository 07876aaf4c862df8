using System.Text;
using Blobpress.Site.Posts;
using Blobpress.Site.Settings;
using Blobpress.Site.Tests.Posts;
using Blobpress.Site.Urls;

namespace Blobpress.Site.Tests.Urls;

/// <summary>Where posts lie under settings written as in <c>site.yml</c>.</summary>
internal static class UrlSample
{
    /// <summary>A post's URL, decoded.</summary>
    /// <param name="yaml">The settings.</param>
    /// <param name="name">The source's name.</param>
    /// <param name="front">Its front matter; lines are parted by bars.</param>
    public static string Url(string yaml, string name, string front = "title: A Title|date: 2022-01-09 08:05:03")
    {
        var settings = Settings(yaml);
        return Uri.UnescapeDataString(Assert.IsType<PermalinkResult.At>(Permalink.For(Post(yaml, name, front), settings)).Path.Url);
    }

    public static Post Post(string yaml, string name, string front) =>
        Sample.Post(front.Length == 0 ? "Text.\n" : $"---\n{front.Replace('|', '\n')}\n---\nText.\n", name, Settings(yaml));

    public static SiteSettings Settings(string yaml) =>
        Assert.IsType<SettingsResult.Parsed>(SiteYaml.Parse(Encoding.UTF8.GetBytes(yaml.Replace('|', '\n')))).Settings;
}
