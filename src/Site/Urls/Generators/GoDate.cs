using System.Globalization;
using System.Text;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Dates by Go's reference time, Mon Jan 2 15:04:05 2006, which Hugo's patterns may name: <c>:06</c>, <c>:Jan</c>, <c>:2006</c>.</summary>
internal static class GoDate
{
    // The longer of two that begin alike first.
    private static readonly (string Layout, string Format)[] Parts =
    [
        ("January", "MMMM"), ("Jan", "MMM"), ("Monday", "dddd"), ("Mon", "ddd"), ("2006", "yyyy"), ("01", "MM"), ("02", "dd"), ("03", "hh"), ("04", "mm"), ("05", "ss"),
        ("06", "yy"), ("15", "HH"), ("1", "%M"), ("2", "%d"), ("3", "%h"), ("4", "%m"), ("5", "%s"),
    ];

    /// <summary>The date in a layout of ASCII letters, digits and underscores; null where nothing in it is of a date.</summary>
    public static string? Of(string layout, DateTimeOffset date)
    {
        var text = new StringBuilder();
        var found = false;
        for (var at = 0; at < layout.Length;)
        {
            var part = Parts.FirstOrDefault(part => string.CompareOrdinal(layout, at, part.Layout, 0, part.Layout.Length) == 0);
            found |= part.Layout is not null;
            text.Append(part.Layout is null ? layout[at].ToString() : date.ToString(part.Format, CultureInfo.InvariantCulture));
            at += part.Layout?.Length ?? 1;
        }

        return found ? text.ToString() : null;
    }
}
