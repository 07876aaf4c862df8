using System.Globalization;
using System.Text.RegularExpressions;
using Blobpress.Site.Posts;
using Blobpress.Site.Values;

namespace Blobpress.Site.Settings;

/// <summary>One value in <c>site.yml</c>. Each reading gives the fallback, and adds a reason, where the value is not of its kind.</summary>
/// <param name="name">The key with its section's, as messages name it.</param>
/// <param name="value">The value; not empty.</param>
/// <param name="reasons">Takes what is wrong.</param>
internal sealed partial class Setting(string name, Value value, List<Reason> reasons)
{
    /// <summary>Adds a reason that points at this value.</summary>
    public void Refuse(string why) => reasons.Add(value.At.Says($"'{name}' {why}."));

    /// <summary>Text on one line.</summary>
    public string Text(string fallback) => Raw() is { } text ? PlainLine.Of(text) : fallback;

    /// <summary>Text as it stands, or null for <c>false</c>.</summary>
    public string? Markup(string? fallback) => value is Value.Scalar { Truth: false } ? null : Raw() ?? fallback;

    /// <summary>True or false.</summary>
    public bool Truth(bool fallback)
    {
        if (value is Value.Scalar { Truth: { } truth }) return truth;
        Refuse("is true or false");
        return fallback;
    }

    /// <summary>A whole number; digits may be grouped by underscores.</summary>
    public long Number(long fallback, long least, long most)
    {
        var text = (value as Value.Scalar)?.Text.Replace("_", "", StringComparison.Ordinal);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse($"is a whole number from {least} to {most}");
        return fallback;
    }

    /// <inheritdoc cref="Number(long, long, long)"/>
    public int Number(int fallback, int least, int most) => (int)Number((long)fallback, least, most);

    /// <summary>A time: seconds, or a number with <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    public TimeSpan Duration(TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (value is Value.Scalar scalar && Span().Match(scalar.Text.Trim()) is { Success: true } span)
        {
            var time = TimeSpan.FromSeconds(double.Parse(span.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * Seconds(span.Groups["unit"].Value));
            if (time >= least && time <= most) return time;
        }

        Refuse($"is a time such as 30s, 5m, 2h or 7d, from {least.TotalSeconds:0}s to {most.TotalSeconds:0}s");
        return fallback;
    }

    /// <summary>A list of texts; a single one may stand without the list.</summary>
    public IReadOnlyList<string> Texts() => [.. ValueText.Each(value)];

    /// <summary>A mapping of names to texts, the names as they are written.</summary>
    public IReadOnlyDictionary<string, string> TextsByName()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value is not Value.Map map) Refuse("is a mapping of names to texts");
        else foreach (var entry in map.Entries) texts[entry.Key] = new Setting($"{name}.{entry.Key}", entry.Value, reasons).Text("");
        return texts;
    }

    /// <summary>The settings below a mapping's keys, the keys as they are written.</summary>
    public IEnumerable<(string Name, Setting Value)> Entries() =>
        value is Value.Map map ? map.Entries.Select(entry => (entry.Key, new Setting($"{name}.{entry.Key}", entry.Value, reasons))) : [];

    /// <summary>A list of its items as settings of their own, or the one value.</summary>
    public IEnumerable<Setting> Items() =>
        value is Value.List list ? list.Items.Where(item => !item.IsEmpty).Select(item => new Setting(name, item, reasons)) : [this];

    /// <summary>The value as a mapping, or null.</summary>
    public Value.Map? Map() => value as Value.Map;

    /// <summary>A mapping with keys of its own.</summary>
    public T Section<T>(T settings, SettingsSection<T> section)
    {
        if (value is Value.Map map) return section.Read(settings, map, reasons);
        Refuse("has settings below it, indented");
        return settings;
    }

    private string? Raw()
    {
        if (value is Value.Scalar scalar) return scalar.Text;
        Refuse("is a text");
        return null;
    }

    private static int Seconds(string unit) => unit switch { "m" => 60, "h" => 3600, "d" => 86_400, _ => 1 };

    [GeneratedRegex(@"\A(?<number>[0-9]{1,9}(?:\.[0-9]{1,3})?)\s*(?<unit>[smhd]?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
