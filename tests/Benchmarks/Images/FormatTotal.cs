using NetVips;

namespace Blobpress.Benchmarks.Images;

/// <summary>All files of one format: their bytes together, and the mean of their likeness to the source at their size.</summary>
internal sealed record FormatTotal(long Bytes, double Ssim)
{
    public static FormatTotal Of(IReadOnlyList<string> photographs, string folder, string extension, IReadOnlyList<int> widths)
    {
        var files =
            from photograph in photographs
            from width in widths
            let file = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(photograph)}-{width}.{extension}")
            select (Bytes: new FileInfo(file).Length, Ssim: Likeness(photograph, file));
        var all = files.ToList();
        return new(all.Sum(f => f.Bytes), all.Average(f => f.Ssim));
    }

    private static double Likeness(string photograph, string file)
    {
        using var made = Image.NewFromFile(file);
        using var source = Image.NewFromFile(photograph);
        using var reference = source.Resize((double)made.Width / source.Width, Enums.Kernel.Lanczos3, vscale: (double)made.Height / source.Height);
        return Images.Ssim.Of(reference, made);
    }
}
