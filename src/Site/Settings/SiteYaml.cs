using Blobpress.Site.Posts;
using Blobpress.Site.Values;

namespace Blobpress.Site.Settings;

/// <summary>Reads <c>site.yml</c>.</summary>
public static class SiteYaml
{
    /// <summary>The most bytes the file may have.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>
    /// Reads the settings, strictly (YAML 1.2): each key of <see cref="SiteSettings"/> and of the records in it is given in its
    /// docstring. Case, hyphens and underscores of a key are not told apart. A key without a value leaves the default.
    /// </summary>
    /// <param name="bytes">UTF-8, or UTF-16 with a byte order mark; at most <see cref="MaxBytes"/>. Empty means all defaults.</param>
    /// <returns>The settings; or all reasons found, each naming the setting, for unknown keys and values out of range. It never throws.</returns>
    public static SettingsResult Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return Rejected(Place.Start.Says($"The file has {bytes.Length:N0} bytes; {MaxBytes:N0} is the most."));
        var source = SourceText.Read(bytes.Span);
        if (source.Failure is { } noText) return Rejected(noText);
        var reading = Yaml.Read(source.Text, 1);
        return reading.Map is null ? Rejected(reading.Failure ?? Place.Start.Says("The file can't be read.")) : Of(reading.Map, reading.Notes);
    }

    private static SettingsResult Of(Value.Map map, IReadOnlyList<Reason> notes)
    {
        var reasons = new List<Reason>();
        var settings = SettingsKeys.Site.Read(SiteSettings.Of(GeneratorOf(map, reasons)), map, reasons);
        return reasons.Count > 0 ? new SettingsResult.Rejected(reasons) : new SettingsResult.Parsed(settings, notes);
    }

    private static Generator GeneratorOf(Value.Map map, List<Reason> reasons) =>
        map.Find("generator") is { IsEmpty: false } value ? SettingsValues.Generator(new Setting("generator", value, reasons)) : Generator.Hexo;

    private static SettingsResult.Rejected Rejected(Reason reason) => new([reason]);
}
