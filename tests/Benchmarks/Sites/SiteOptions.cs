using System.Globalization;

namespace Blobpress.Benchmarks.Sites;

/// <summary>How large the sites of the <c>site</c> command grow.</summary>
/// <param name="MaxPosts">The largest in the storage double: of 100, 1,000, 10,000 and 100,000 those that are no larger than this.</param>
/// <param name="AzuritePosts">The one on Azurite and at other generators' servers.</param>
internal sealed record SiteOptions(int MaxPosts, int AzuritePosts)
{
    public const string Usage = "site takes --max-posts N and --azurite-posts N, whole numbers from 100 on.";

    private const int Smallest = 100;
    private const int MostOnAzurite = 10_000;

    /// <summary>The options as given or by default; null for any other.</summary>
    public static SiteOptions? Parse(IReadOnlyList<string> options)
    {
        var numbers = new Dictionary<string, int> { ["--max-posts"] = 100_000 };
        for (var at = 0; at < options.Count; at += 2)
        {
            if (options[at] is not ("--max-posts" or "--azurite-posts")
                || at + 1 == options.Count
                || !int.TryParse(options[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < Smallest)
            {
                return null;
            }

            numbers[options[at]] = number;
        }

        var most = numbers["--max-posts"];
        return new(most, numbers.GetValueOrDefault("--azurite-posts", Math.Min(most, MostOnAzurite)));
    }
}
