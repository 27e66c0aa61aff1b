namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes the garbage collector work harder before the function's memory runs out, instead of Lambda killing the process.</summary>
internal static class HeapLimit
{
    private const ulong BytesInMegabyte = 1024 * 1024;

    /// <summary>Takes the function's memory size as the heap's hard limit, unless a lower one is set already.</summary>
    public static void Apply(LambdaEnvironment environment)
    {
        var limit = (ulong)environment.MemorySize * BytesInMegabyte;
        if (limit == 0 || !environment.LimitsHeap || (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes <= limit)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", limit);
        GC.RefreshMemoryLimit();
    }
}
