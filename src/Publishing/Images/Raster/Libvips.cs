using NetVips;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>Sets libvips up for untrusted input and many small jobs.</summary>
internal static class Libvips
{
    private static readonly string[] Loaders =
    [
        "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadTiff",
    ];

    public static void Prepare()
    {
        // Images are worked on side by side; threads within one would only compete.
        NetVips.NetVips.Concurrency = 1;
        // No operation is ever repeated on the same image, so a cache would only hold memory.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        // What is wrong with a file comes back as a result; its many warnings would only fill the log.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block(loader, false);
    }
}
